package dev.rapport.followup.my;

import dev.rapport.access.Problem;
import dev.rapport.followup.answer.OwnWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The lines of their own that an owner has typed on the page, by follow-up: what is typed for one
 * is kept while another is decided.
 *
 * @param typed as it was typed
 * @param said as it is sent along
 * @param wrong what is wrong with it: the slug of a problem
 */
record Lines(Map<UUID, String> typed, Map<UUID, String> said, Map<UUID, String> wrong) {

  /** The field of a follow-up's line, before its id. */
  static final String FIELD = "words.";

  static final Lines NONE = new Lines(Map.of(), Map.of(), Map.of());

  /** Reads the lines of a form; a field that names no follow-up is none of the page's. */
  static Lines of(Map<String, String> form) {
    var typed = new HashMap<UUID, String>();
    form.forEach(
        (field, text) -> {
          if (field.startsWith(FIELD) && !text.isBlank()) {
            typed.put(Taps.id(field.substring(FIELD.length())), text);
          }
        });
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

  /** The same while nothing of it was to be sent. */
  Lines unjudged() {
    return new Lines(typed, said, Map.of());
  }

  /** What is wrong with the lines of these, once each. */
  Set<String> wrongOf(Collection<UUID> ids) {
    var found = new HashSet<String>();
    ids.stream().filter(wrong::containsKey).map(wrong::get).forEach(found::add);
    return found;
  }
}
