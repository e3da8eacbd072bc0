package dev.rapport.local.mail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Mails that the sink has, and whose senders do not know it yet. */
public final class Held {
  private final Predicate<Mail> which;
  private final CountDownLatch told = new CountDownLatch(1);
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private boolean stopped;

  Held(Predicate<Mail> which) {
    this.which = which;
  }

  /** Those that it took, in order of arrival. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** Answers all of them, and takes no more. */
  public void release() {
    stop();
    told.countDown();
  }

  /** Takes no more; what it holds it goes on to hold. */
  public synchronized void stop() {
    stopped = true;
  }

  synchronized boolean takes(Mail mail) {
    if (stopped || !which.test(mail)) {
      return false;
    }
    mails.add(mail);
    return true;
  }

  void awaitWord() throws InterruptedException {
    told.await();
  }
}
