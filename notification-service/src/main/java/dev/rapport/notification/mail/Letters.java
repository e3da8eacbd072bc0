package dev.rapport.notification.mail;

import dev.rapport.notification.mail.Words.Act;
import dev.rapport.notification.model.Purpose;
import java.util.List;

/** Writes the letters: the invite to the contact, the list to the owner, the welcome. */
final class Letters {

  /** More are on the page behind the link. */
  static final int MOST_SHOWN = 25;

  private static final List<Act> INVITE = List.of(Act.ACCEPT, Act.DECLINE, Act.NOT_MET, Act.BLOCK);
  private static final List<Act> LIST = List.of(Act.DONE, Act.SEND, Act.WAIVE, Act.NOT_MET);

  private Letters() {}

  static Letter of(Content content) {
    var words = Words.of(content.recipient().locale());
    if (content.purpose() == Purpose.WELCOME) {
      return welcome(words, content);
    }
    var invite = content.purpose() == Purpose.INVITE;
    var people = content.about().size();
    var entries =
        content.about().stream()
            .limit(MOST_SHOWN)
            .map(about -> entry(words, content, about, invite))
            .toList();
    var event = Names.line(content.event().name());
    var first = Names.line(content.about().getFirst().other().name());
    return new Letter(
        words.language(),
        invite ? words.inviteSubject(first, people - 1, event) : words.listSubject(people, event),
        words.greeting(Names.line(content.recipient().name())),
        invite ? words.inviteIntro(people) : words.listIntro(people),
        entries,
        new Letter.Link(words.all(people, entries.size()), content.answers()),
        words.why(event, invite),
        new Letter.Link(words.unsubscribe(), content.unsubscribe()),
        new Letter.Link(words.ownPages(), content.fresh()));
  }

  static Letter of(FreshLink link) {
    var words = Words.of(link.recipient().locale());
    return new Letter(
        words.language(),
        words.freshSubject(),
        words.greeting(Names.line(link.recipient().name())),
        words.freshIntro(link.minutes()),
        List.of(),
        new Letter.Link(words.ownPages(), link.url()),
        words.freshWhy(),
        null,
        null);
  }

  /** Asks how the recipient wants to be followed up; all else is on the page behind its link. */
  private static Letter welcome(Words words, Content content) {
    var events =
        content.about().stream().map(about -> Names.line(about.event().name())).distinct().toList();
    return new Letter(
        words.language(),
        words.welcomeSubject(events.getFirst()),
        words.greeting(Names.line(content.recipient().name())),
        words.welcomeIntro(words.and(events)),
        List.of(),
        new Letter.Link(words.welcomeLink(), content.answers()),
        words.welcomeWhy(words.and(events)),
        new Letter.Link(words.unsubscribe(), content.unsubscribe()),
        new Letter.Link(words.ownPages(), content.fresh()));
  }

  /** The sender's display name: the owner for an invite, else the event. */
  static String from(Content content) {
    var event = Names.line(content.event().name());
    return content.purpose() != Purpose.INVITE
        ? event
        : Words.of(content.recipient().locale())
            .from(
                Names.line(content.about().getFirst().other().name()),
                content.about().size() - 1,
                event);
  }

  private static Letter.Entry entry(
      Words words, Content content, Content.About about, boolean invite) {
    var zone = content.recipient().zone();
    var at = about.meeting().lastMet().atZone(zone == null ? about.event().zone() : zone);
    var event = Names.line(about.event().name());
    var other = Names.line(about.other().name());
    var owner = Names.line(content.recipient().name());
    return new Letter.Entry(
        about.followUp().toString(),
        other,
        words.met(event, at, about.meeting().how()),
        invite ? null : words.draft(other, event, owner),
        (invite ? INVITE : LIST)
            .stream()
                .map(
                    act ->
                        new Letter.Link(
                            words.act(act),
                            "%s?item=%s&act=%s"
                                .formatted(content.answers(), about.followUp(), act.word())))
                .toList());
  }
}
