package dev.rapport.contacts.friend;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that somebody brings: vCards, or the connections that LinkedIn hands out. */
sealed interface AddressBook {

  /** So many entries are read of one file. */
  int MOST = 5_000;

  /**
   * One that can be read.
   *
   * @param cut whether there were more entries than are read
   */
  record Read(List<Line> lines, boolean cut) implements AddressBook {}

  /** Not UTF-8. */
  record NoText() implements AddressBook {}

  /** Neither vCards nor connections. */
  record Unknown() implements AddressBook {}

  /** Reads a file; an entry that cannot be taken harms no other. */
  static AddressBook of(byte[] file) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new NoText();
    }
    var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (VCards.isOne(plain)) {
      return read(VCards.read(plain, MOST + 1));
    }
    return Connections.isOne(plain) ? read(Connections.read(plain, MOST + 1)) : new Unknown();
  }

  private static AddressBook read(List<Line> lines) {
    return new Read(lines.subList(0, Math.min(MOST, lines.size())), lines.size() > MOST);
  }
}
