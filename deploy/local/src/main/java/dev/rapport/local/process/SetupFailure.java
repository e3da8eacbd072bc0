package dev.rapport.local.process;

/** Nothing can start before a person has put something right: it is missing, or named wrongly. */
public final class SetupFailure extends LocalFailure {
  private static final long serialVersionUID = 1;

  public SetupFailure(String message) {
    super(message);
  }
}
