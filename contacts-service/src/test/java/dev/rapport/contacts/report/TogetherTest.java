package dev.rapport.contacts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Report.How;
import dev.rapport.contacts.report.Draft.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;

@Timeout(60)
class TogetherTest {

  private static final UUID EVENT = UUID.randomUUID();
  private static final UUID OTHER_EVENT = UUID.randomUUID();

  /** How many requests were taken in one go, in order. */
  private final List<Integer> goes = Collections.synchronizedList(new ArrayList<>());

  private final CountDownLatch firstIsIn = new CountDownLatch(1);
  private final CountDownLatch restIsThere = new CountDownLatch(1);

  @Test
  void a_request_that_is_alone_is_taken_at_once() {
    restIsThere.countDown();
    assertThat(slug(together(all -> all).take(EVENT, request("ada")))).isEqualTo("ada");
    assertThat(goes).containsExactly(1);
  }

  @Test
  void what_comes_in_meanwhile_is_taken_in_one_go_and_each_gets_its_own_answer() throws Exception {
    var answers = answers(together(all -> all), EVENT, "ada", "ben", "cleo", "dan");
    assertThat(answers).containsExactly("ada", "ben", "cleo", "dan");
    assertThat(goes).containsExactly(1, 3);
  }

  @Test
  void events_are_taken_apart() throws Exception {
    var answers = answers(together(all -> all), OTHER_EVENT, "ada", "ben");
    assertThat(answers).containsExactly("ada", "ben");
    assertThat(goes).containsExactly(1, 1);
  }

  @Test
  void nobody_fails_for_a_neighbour() throws Exception {
    var together =
        together(
            all -> {
              if (all.stream().anyMatch(one -> one.reporter().equals("bad"))) {
                throw new IllegalStateException("one of them");
              }
              return all;
            });
    assertThat(answers(together, EVENT, "ada", "bad", "cleo"))
        .containsExactly("ada", "IllegalStateException", "cleo");
  }

  @Test
  void when_the_database_is_away_all_are_told_at_once() throws Exception {
    var together =
        together(
            all -> {
              throw new MongoException("away");
            });
    assertThat(answers(together, EVENT, "ada", "ben", "cleo")).containsOnly("MongoException");
    assertThat(goes).containsExactly(1, 2);
  }

  @Test
  void an_error_reaches_only_who_asked() {
    restIsThere.countDown();
    var together =
        together(
            all -> {
              throw new IllegalStateException("no");
            });
    assertThatThrownBy(() -> together.take(EVENT, request("ada"))).hasMessage("no");
    assertThatThrownBy(() -> together.take(EVENT, request("ben"))).hasMessage("no");
  }

  /** The first one to come is held until the rest stands in the queue. */
  private Together together(UnaryOperator<List<ReportRequest>> step) {
    return new Together(
        (event, requests) -> {
          goes.add(requests.size());
          firstIsIn.countDown();
          await(restIsThere);
          return step.apply(requests).stream()
              .<Outcome>map(
                  one ->
                      new Outcome.Refused(new Problem(HttpStatus.BAD_REQUEST, one.reporter(), "")))
              .toList();
        });
  }

  private List<String> answers(Together together, UUID event, String... reporters)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      answers.add(threads.submit(() -> slug(together.take(EVENT, request(reporters[0])))));
      await(firstIsIn);
      for (var i = 1; i < reporters.length; i++) {
        var reporter = reporters[i];
        answers.add(threads.submit(() -> slug(together.take(event, request(reporter)))));
      }
      org.awaitility.Awaitility.await().until(() -> together.waiting() == reporters.length - 1);
      restIsThere.countDown();
      var said = new ArrayList<String>();
      for (var answer : answers) {
        said.add(said(answer));
      }
      return said;
    }
  }

  private static String said(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String slug(Outcome outcome) {
    return ((Outcome.Refused) outcome).problem().slug();
  }

  private static ReportRequest request(String reporter) {
    return new ReportRequest(
        null, reporter, new ReportRequest.Target.Contact("x"), How.faceToFace, Instant.EPOCH);
  }
}
