package dev.rapport.events.edge;

import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.tie.Tie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The attendees of an event and who met whom, as numbers: attendees are 0 to size, in the order in
 * which they were given; a million ties take 13 MB. Whoever somebody met without attending counts
 * for that somebody, and is nobody of the crowd.
 */
public final class Crowd {

  private static final int OUTSIDE = -1;
  private static final byte FACE = 1;
  private static final byte VIRTUAL = 2;

  private final Hours hours;
  private final List<Guest> guests;
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private int size;
  private int[] one = new int[1024];
  private int[] other = new int[1024];
  private int[] when = new int[1024];
  private byte[] how = new byte[1024];
  private int @Nullable [][] neighbours;

  /** A crowd in which nobody has met yet. */
  public Crowd(Hours hours, List<Guest> guests) {
    this.hours = hours;
    this.guests = List.copyOf(guests);
    for (var guest : guests) {
      numbers.putIfAbsent(guest.person(), numbers.size());
    }
  }

  /** Adds a tie. */
  public void add(Tie tie) {
    if (size == one.length) {
      one = Arrays.copyOf(one, 2 * size);
      other = Arrays.copyOf(other, 2 * size);
      when = Arrays.copyOf(when, 2 * size);
      how = Arrays.copyOf(how, 2 * size);
    }
    one[size] = numbers.getOrDefault(tie.one(), OUTSIDE);
    other[size] = numbers.getOrDefault(tie.other(), OUTSIDE);
    var first = tie.firstMet() == null ? 0 : hours.of(tie.firstMet());
    var last = tie.lastMet() == null ? first : hours.of(tie.lastMet());
    when[size] = first << 16 | last;
    how[size] = ways(tie.how());
    size++;
    neighbours = null;
  }

  private static byte ways(Tie.@Nullable How how) {
    return switch (how) {
      case FACE_TO_FACE -> FACE;
      case VIRTUAL -> VIRTUAL;
      case BOTH -> FACE | VIRTUAL;
      case null -> 0;
    };
  }

  /** How many attendees there are. */
  public int attendees() {
    return numbers.size();
  }

  Hours hours() {
    return hours;
  }

  long ties() {
    return size;
  }

  /** The number of a person, or -1 of who does not attend. */
  public int number(UUID person) {
    return numbers.getOrDefault(person, OUTSIDE);
  }

  /** All attendees, in the order of their numbers. */
  public List<UUID> people() {
    return guests.stream().map(Guest::person).toList();
  }

  /** The person of a number. */
  public UUID person(int attendee) {
    return guests.get(attendee).person();
  }

  /** Whom an attendee met, those of the crowd only. */
  public int[] metBy(int attendee) {
    var lists = neighbours;
    if (lists == null) {
      lists = lists();
      neighbours = lists;
    }
    return lists[attendee];
  }

  /** Whether two attendees met. */
  public boolean met(int attendee, int another) {
    var shorter = metBy(attendee).length < metBy(another).length ? attendee : another;
    var sought = shorter == attendee ? another : attendee;
    return Arrays.stream(metBy(shorter)).anyMatch(number -> number == sought);
  }

  private int[][] lists() {
    var counts = new int[attendees()];
    for (var tie = 0; tie < size; tie++) {
      if (one[tie] >= 0 && other[tie] >= 0) {
        counts[one[tie]]++;
        counts[other[tie]]++;
      }
    }
    var lists = new int[attendees()][];
    for (var i = 0; i < lists.length; i++) {
      lists[i] = new int[counts[i]];
    }
    for (var tie = 0; tie < size; tie++) {
      if (one[tie] >= 0 && other[tie] >= 0) {
        lists[one[tie]][--counts[one[tie]]] = other[tie];
        lists[other[tie]][--counts[other[tie]]] = one[tie];
      }
    }
    return lists;
  }

  int one(int tie) {
    return one[tie];
  }

  int other(int tie) {
    return other[tie];
  }

  int firstHour(int tie) {
    return when[tie] >>> 16;
  }

  int lastHour(int tie) {
    return when[tie] & 0xFFFF;
  }

  boolean isFaceToFace(int tie) {
    return (how[tie] & FACE) != 0;
  }

  boolean isVirtual(int tie) {
    return (how[tie] & VIRTUAL) != 0;
  }

  /** The hour in which each attendee came. */
  int[] arrivals() {
    var arrivals = new int[attendees()];
    for (var guest : guests) {
      arrivals[number(guest.person())] = hours.of(guest.since());
    }
    return arrivals;
  }
}
