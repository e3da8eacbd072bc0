package dev.rapport.notification.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  private static boolean mayBeCalled(String address) throws UnknownHostException {
    return new PublicAddresses(false).mayBeCalled(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1"
      })
  void private_and_special_addresses_are_not_called(String address) throws UnknownHostException {
    assertThat(mayBeCalled(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.9.9.9", "100.63.0.1", "172.32.0.1", "2620:fe::fe", "2a01:4f8::1"})
  void public_ones_are(String address) throws UnknownHostException {
    assertThat(mayBeCalled(address)).isTrue();
  }

  @Test
  void this_machine_is_called_only_where_that_is_allowed() throws UnknownHostException {
    assertThatThrownBy(() -> new PublicAddresses(false).resolve("localhost"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(new PublicAddresses(true).resolve("localhost")).isNotEmpty();
  }
}
