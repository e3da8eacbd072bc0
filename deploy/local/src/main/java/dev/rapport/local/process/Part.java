package dev.rapport.local.process;

/** One of the real parts: it can be killed, and started again with what it had stored. */
public interface Part {
  /** What it is called in messages: {@code kafka}, {@code mongod}. */
  String name();

  /** Starts it, on the same port as before; returns when it can be used. */
  void start();

  /** SIGKILL. */
  void kill();

  /** Fails with a sentence when it has died. */
  void check();

  /** Resident memory in bytes, 0 where that cannot be told. */
  long memory();
}
