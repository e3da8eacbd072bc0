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
  private int left;
  private volatile boolean drop;

  Held(Predicate<Mail> which, int times, boolean dropAtOnce) {
    this.which = which;
    this.left = times;
    if (dropAtOnce) {
      drop();
    }
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

  /** Drops their connections without an answer. */
  public void drop() {
    drop = true;
    told.countDown();
  }

  /** Takes no more; what it holds it goes on to hold. */
  public synchronized void stop() {
    left = 0;
  }

  synchronized boolean takes(Mail mail) {
    if (left == 0 || !which.test(mail)) {
      return false;
    }
    left--;
    mails.add(mail);
    return true;
  }

  boolean awaitWord() throws InterruptedException {
    told.await();
    return drop;
  }
}
