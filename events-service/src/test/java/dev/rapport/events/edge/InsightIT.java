package dev.rapport.events.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.rapport.events.CongressIT;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class InsightIT extends CongressIT {

  @Test
  void organisers_see_the_edge_and_the_blend_as_numbers() {
    congress("ada", "bob", "cy", "dee", "eve");
    met("ada", "bob", 1, "faceToFace", "both", true);
    met("ada", "cy", 1, "faceToFace", "owner", true);
    met("bob", "cy", 1, "virtual", "both", true);
    met("cy", "dee", 1, "both", "contact", true);

    eventually(
        () -> {
          var insight = as("organiser", organiser).get(insight());
          assertThat(insight.number("/attendees")).isEqualTo(5);
          assertThat(insight.number("/meetings")).isEqualTo(4);
          assertThat(insight.number("/metNobody")).isEqualTo(1);
          assertThat(insight.number("/onTheEdge")).isEqualTo(1);
          assertThat(insight.number("/meetingsBy/faceToFace")).isEqualTo(2);
          assertThat(insight.number("/peopleBy/both")).isEqualTo(3);
        });
    var text = as("organiser", organiser).get(insight()).body().toString();
    assertThat(text).doesNotContain(person("ada").toString()).doesNotContain("ada");
  }

  @Test
  void a_tie_is_written_once_for_both_directions_and_only_by_a_higher_revision() {
    congress("ada", "bob");
    met("ada", "bob", 3, "virtual", "both", true);
    met("ada", "bob", 2, "faceToFace", "owner", true);
    met("ada", "bob", 3, "virtual", "both", true);
    eventually(() -> assertThat(tie("ada", "bob").getString("how")).isEqualTo("virtual"));
    met("ada", "bob", 4, "virtual", "none", false);

    eventually(() -> assertThat(tie("ada", "bob").getBoolean("counts")).isFalse());
    assertThat(
            database.getCollection("ties").countDocuments(Filters.eq("event", eventId("congress"))))
        .isEqualTo(1);
    eventually(() -> assertThat(api.get(insight()).number("/metNobody")).isEqualTo(2));
  }

  @Test
  void an_erased_persons_ties_keep_ids_and_count_alone_also_those_heard_later() {
    congress("ada", "bob", "cy");
    met("ada", "bob", 1, "faceToFace", "both", true);
    eventually(() -> assertThat(tie("ada", "bob")).containsKey("first"));
    TOPICS.tombstone("person-changed", person("ada"), 7);
    eventually(() -> assertThat(tie("ada", "bob")).containsEntry("erased", true));
    met("ada", "bob", 2, "both", "both", true);
    met("ada", "cy", 1, "both", "both", true);

    eventually(() -> assertThat(tie("ada", "cy")).containsEntry("erased", true));
    for (var other : List.of("bob", "cy")) {
      assertThat(tie("ada", other)).doesNotContainKeys("first", "last", "how");
    }
    eventually(() -> assertThat(api.get(insight()).number("/metNobody")).isZero());
  }

  @Test
  void other_organisers_and_people_see_nothing_of_it() {
    congress("ada");

    assertThat(as("organiser", "somebody-else").get(insight()).status()).isEqualTo(403);
    assertThat(as("person", null).get(insight()).status()).isEqualTo(403);
    assertThat(api.get(events() + "/none/insight").status()).isEqualTo(404);
  }

  private String insight() {
    return events() + "/congress/insight";
  }

  private Document tie(String one, String other) {
    var found = database.getCollection("ties").find(Filters.eq("_id", meeting(one, other))).first();
    return found == null ? new Document() : found;
  }
}
