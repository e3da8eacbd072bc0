package dev.rapport.followup.plan;

/** How the two stand to each other when a mail goes out: whether it asks, or has nothing to ask. */
public enum Footing implements Word {
  /** The owner would like to stay in touch; the contact answers. */
  INVITED,
  /** Both reported the meeting and let us write: each gets one line, there is nothing to accept. */
  BOTH_WILLING,
  /** They are connected since an earlier event: good to see you again. */
  CONNECTED;

  /** Whether the mail's delivery leaves the two connected. */
  public boolean connects() {
    return this != INVITED;
  }
}
