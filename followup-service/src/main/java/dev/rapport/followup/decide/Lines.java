package dev.rapport.followup.decide;

import dev.rapport.access.Problem;
import dev.rapport.followup.answer.OwnWords;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.pages.Language;
import dev.rapport.pages.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of their own that an owner has typed on a page, by follow-up: what is typed for one is
 * kept while another is decided.
 *
 * @param typed as it was typed
 * @param said as it is sent along
 * @param wrong what is wrong with it: the slug of a problem
 */
public record Lines(Map<UUID, String> typed, Map<UUID, String> said, Map<UUID, String> wrong) {

  /** Nothing was typed. */
  public static final Lines NONE = new Lines(Map.of(), Map.of(), Map.of());

  /** The field of a follow-up's line, before its id. */
  private static final String FIELD = "words.";

  private static final String BUNDLE = "pages.lines";

  /** Begins what is wrong with lines, in problems and in sentences. */
  private static final String WRONG = "words-";

  /** Reads the lines of a form; a field that names no follow-up is none of the page's. */
  static Lines of(Map<String, String> form) {
    var typed = new HashMap<UUID, String>();
    form.forEach(
        (field, text) -> {
          if (field.startsWith(FIELD) && !text.isBlank()) {
            typed.put(Tapped.id(field.substring(FIELD.length())), text);
          }
        });
    return judged(typed);
  }

  /** The same with a line for those of these that have none. */
  Lines orElse(Collection<UUID> ids, String words) {
    var more = new HashMap<>(typed);
    ids.forEach(id -> more.putIfAbsent(id, words));
    return judged(more);
  }

  private static Lines judged(Map<UUID, String> typed) {
    var said = new HashMap<UUID, String>();
    var wrong = new HashMap<UUID, String>();
    typed.forEach(
        (id, text) -> {
          try {
            var line = OwnWords.of(text);
            if (line != null) {
              said.put(id, line);
            }
          } catch (Problem problem) {
            wrong.put(id, problem.slug());
          }
        });
    return new Lines(Map.copyOf(typed), Map.copyOf(said), Map.copyOf(wrong));
  }

  /** What is still typed after a decision: where nothing of it was to be sent, nothing is wrong. */
  public Lines after(@Nullable String notice) {
    return isWrong(notice) ? this : new Lines(typed, said, Map.of());
  }

  /** Returns what is wrong with the lines of these, so that none of them is sent; or null. */
  public @Nullable String wrongOf(Collection<FollowUp> followUps) {
    var found =
        followUps.stream()
            .map(followUp -> wrong.get(followUp.id()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return found.isEmpty() ? null : found.size() > 1 ? WRONG + "wrong" : found.getFirst();
  }

  /** Whether what came of a decision is that lines are wrong. */
  public static boolean isWrong(@Nullable String notice) {
    return notice != null && notice.startsWith(WRONG);
  }

  /** Returns what is wrong in a sentence. */
  public static String sentence(String notice, Language language) {
    return Texts.of(language, BUNDLE).get(notice);
  }

  /** Returns the line of a follow-up, to be typed or mended. */
  public OwnLine line(UUID followUp, Language language) {
    var slug = wrong.get(followUp);
    return new OwnLine(
        FIELD + followUp,
        Texts.of(language, BUNDLE).get("words"),
        OwnWords.LONGEST,
        typed.getOrDefault(followUp, ""),
        slug == null ? null : sentence(slug, language));
  }
}
