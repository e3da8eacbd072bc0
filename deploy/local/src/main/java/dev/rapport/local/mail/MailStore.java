package dev.rapport.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All mails in order; their bytes in a file, as a big conference's would not fit into memory. */
public final class MailStore implements AutoCloseable {
  private final Clock clock;
  private final FileChannel file;
  private final List<Mail> mails = new ArrayList<>();
  private long end;

  public MailStore(Clock clock, Path file) {
    this.clock = clock;
    try {
      this.file =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Mail add(String sender, List<String> recipients, byte[] raw) throws IOException {
    return add(sender, recipients, raw, clock.instant());
  }

  synchronized Mail add(String sender, List<String> recipients, byte[] raw, Instant arrived)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    while (bytes.hasRemaining()) {
      file.write(bytes, end + bytes.position());
    }
    var stored = new Mail.Stored(this, end, raw.length);
    var mail = new Mail(mails.size(), arrived, sender, List.copyOf(recipients), stored);
    end += raw.length;
    mails.add(mail);
    return mail;
  }

  /** Those from that number on, in order of arrival. */
  public synchronized List<Mail> since(int first) {
    return List.copyOf(mails.subList(Math.min(first, mails.size()), mails.size()));
  }

  public synchronized int count() {
    return mails.size();
  }

  byte[] read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
