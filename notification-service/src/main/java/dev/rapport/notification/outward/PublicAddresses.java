package dev.rapport.notification.outward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names that people typed. It is asked at the very connection, so a name that is public
 * when it is checked and private when it is called gets nowhere.
 *
 * @param loopback whether this machine may be called: for trying it out
 */
public record PublicAddresses(boolean loopback) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (found == null
        || found.length == 0
        || !Arrays.stream(found).allMatch(address -> mayBeCalled(address))) {
      throw new UnknownHostException("There is no public server of this name");
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  boolean mayBeCalled(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return loopback;
    }
    return !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && (address instanceof Inet4Address
            ? isPublic4(address.getAddress())
            : isPublic6(address.getAddress()));
  }

  /** What IANA's IPv4 special-purpose registry (RFC 6890) has beside what the JDK knows. */
  private static boolean isPublic4(byte[] bytes) {
    var first = bytes[0] & 0xff;
    var second = bytes[1] & 0xff;
    var third = bytes[2] & 0xff;
    return first != 0
        && !(first == 100 && second >= 64 && second < 128) // shared by carriers
        && !(first == 192 && second == 0 && (third == 0 || third == 2))
        && !(first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
        && !(first == 203 && second == 0 && third == 113)
        && first < 240;
  }

  /** Only global unicast, and nothing in it that carries an IPv4 address or leads elsewhere. */
  private static boolean isPublic6(byte[] bytes) {
    var first = bytes[0] & 0xff;
    var second = bytes[1] & 0xff;
    var third = bytes[2] & 0xff;
    var fourth = bytes[3] & 0xff;
    return first >> 5 == 1
        && !(first == 0x20 && second == 0x02) // 6to4
        && !(first == 0x20 && second == 0x01 && third == 0) // Teredo and its neighbours
        && !(first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8);
  }
}
