package dev.rapport.followup.answer;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.Ids;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Visitor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds whom a path names. */
@Component
public class KnownPeople {

  private final People people;
  private final Ids ids;

  KnownPeople(People people, Ids ids) {
    this.people = people;
    this.ids = ids;
  }

  /**
   * Returns the person whose data it is.
   *
   * @throws Problem if the caller is neither the platform nor that person, nobody is known by this
   *     id (404), or they are erased (410)
   */
  public Person owner(Caller caller, String person) {
    caller.mayBe(Fields.externalId("person", person));
    var known = people.byExternalId(person);
    if (known == null) {
      throw isErased(person) ? erased() : Problem.notFound("such person");
    }
    return known;
  }

  /**
   * Returns the person whose page is opened.
   *
   * @throws Refusal if they are not known yet (404), or erased (410)
   */
  public Person owner(Visitor visitor) {
    var visiting = people.byId(List.of(visitor.person())).get(visitor.person());
    if (visiting == null) {
      throw Refusal.notFound();
    }
    if (visiting.erased()) {
      throw Refusal.gone();
    }
    return visiting;
  }

  // A copy of somebody erased has no external id, and whoever was erased had a first generation.
  private boolean isErased(String person) {
    var first = ids.of("person", person, 1);
    var left = people.byId(List.of(first)).get(first);
    return left != null && left.erased();
  }

  /** Nothing about them is kept. */
  public static Problem erased() {
    return new Problem(
        HttpStatus.GONE,
        "person-erased",
        "This person has been erased; nothing about them is kept. Register them again if they came back.");
  }
}
