package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Person;
import dev.rapport.notification.mail.Words.Act;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.util.List;

/** Writes the letters: the invite to the contact, the list to the owner, the welcome. */
final class Letters {

  /** More are on the page behind the link. */
  static final int MOST_SHOWN = 25;

  private static final List<Act> INVITE = List.of(Act.ACCEPT, Act.DECLINE, Act.NOT_MET, Act.BLOCK);
  private static final List<Act> CONNECTED = List.of(Act.NOT_MET, Act.BLOCK);
  private static final List<Act> LIST = List.of(Act.DONE, Act.SEND, Act.WAIVE, Act.NOT_MET);

  private Letters() {}

  static Letter of(Content content) {
    var words = Words.of(content.recipient().locale());
    if (content.purpose() == Purpose.WELCOME) {
      return welcome(words, content);
    }
    var entries =
        content.about().stream()
            .limit(MOST_SHOWN)
            .map(about -> entry(words, content, about))
            .toList();
    var event = Names.line(content.event().name());
    var opening = opening(words, content, event);
    var reminding = Reminding.of(content);
    return new Letter(
        words.language(),
        opening.subject(),
        words.greeting(Names.person(content.recipient().name())),
        opening.intro(),
        entries,
        reminding.isAll()
            ? reminding.link()
            : new Letter.Link(words.all(content.about().size(), entries.size()), content.answers()),
        reminding.isAll() ? reminding.words().why() : words.why(event, isInvite(content)),
        new Letter.Link(words.unsubscribe(), content.unsubscribe()),
        new Letter.Link(words.ownPages(), content.fresh()));
  }

  private record Opening(String subject, String intro) {}

  private static Opening opening(Words words, Content content, String event) {
    var reminding = Reminding.of(content);
    if (reminding.isAll()) {
      return new Opening(reminding.subject(), reminding.words().intro());
    }
    var own = content.about().stream().filter(about -> !about.isReminder()).toList();
    var opening = opening(words, content, own, event);
    return reminding.count() == 0
        ? opening
        : new Opening(
            opening.subject(), opening.intro() + " " + reminding.words().also(reminding.count()));
  }

  private static Opening opening(
      Words words, Content content, List<Content.About> about, String event) {
    var people = about.size();
    var connected = (int) about.stream().filter(Letters::isConnected).count();
    var first = Names.person(about.getFirst().other().name());
    if (isInvite(content)) {
      return connected == people
          ? new Opening(
              words.connectedSubject(first, people - 1, event), words.connectedIntro(people))
          : new Opening(
              words.inviteSubject(first, people - 1, event),
              connected == 0 ? words.inviteIntro(people) : words.mixedIntro(people));
    }
    var open = people - connected;
    return open == 0
        ? new Opening(words.acceptedSubject(first, people - 1, event), words.acceptedIntro(people))
        : new Opening(
            words.listSubject(open, event),
            connected == 0 ? words.listIntro(open) : words.listAndNewsIntro(open));
  }

  /** Those whom the reader is connected with. */
  static List<Person.Known> connected(Content content) {
    return content.about().stream().filter(Letters::isConnected).map(Content.About::other).toList();
  }

  private static boolean isConnected(Content.About about) {
    return about.meeting().manner().isConnected();
  }

  private static boolean isInvite(Content content) {
    return content.purpose() == Purpose.INVITE;
  }

  static Letter of(FreshLink link) {
    var words = Words.of(link.recipient().locale());
    return new Letter(
        words.language(),
        words.freshSubject(),
        words.greeting(Names.person(link.recipient().name())),
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
        words.greeting(Names.person(content.recipient().name())),
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
                Names.person(content.about().getFirst().other().name()),
                content.about().size() - 1,
                event);
  }

  private static Letter.Entry entry(Words words, Content content, Content.About about) {
    if (about.isReminder()) {
      return Reminding.of(content).entry(about);
    }
    var connected = isConnected(about);
    var event = Names.line(about.event().name());
    var other = Names.person(about.other().name());
    var owner = Names.person(content.recipient().name());
    var own = about.meeting().manner().words();
    return new Letter.Entry(
        about.followUp().toString(),
        other,
        line(words, content, about),
        own == null ? null : Names.sentence(own),
        connected ? Reaching.lines(about.other().reach(), words) : List.of(),
        isInvite(content) || connected ? null : words.draft(other, event, owner),
        acts(content, connected).stream().map(act -> link(words, content, about, act)).toList());
  }

  private static String line(Words words, Content content, Content.About about) {
    var zone = content.recipient().zone();
    var at = about.meeting().lastMet().atZone(zone == null ? about.event().zone() : zone);
    var met = words.met(Names.line(about.event().name()), at, about.meeting().how());
    var manner = about.meeting().manner();
    if (manner.again()) {
      return words.again() + " " + met;
    }
    if (manner.bothWilling() || Item.Manner.CONNECTED.equals(manner.about())) {
      return words.bothWilling() + " " + met;
    }
    return manner.isConnected() ? words.accepted(Names.person(about.other().name())) : met;
  }

  private static List<Act> acts(Content content, boolean connected) {
    if (isInvite(content)) {
      return connected ? CONNECTED : INVITE;
    }
    return connected ? List.of() : LIST;
  }

  private static Letter.Link link(Words words, Content content, Content.About about, Act act) {
    return new Letter.Link(
        words.act(act),
        "%s?item=%s&act=%s".formatted(content.answers(), about.followUp(), act.word()));
  }
}
