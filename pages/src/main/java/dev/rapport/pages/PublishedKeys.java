package dev.rapport.pages;

import com.nimbusds.jose.jwk.JWKSet;

/** The public keys of links and sessions: fetched, or one's own. */
public interface PublishedKeys {

  /** The keys that are known. */
  JWKSet known();

  /**
   * The same, looked up anew: something may be signed with a key of this minute.
   *
   * @throws Refusal for now, when they cannot be looked up: nothing is known to be altered then
   */
  JWKSet renewed();
}
