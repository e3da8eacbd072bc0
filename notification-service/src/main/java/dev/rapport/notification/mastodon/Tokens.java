package dev.rapport.notification.mastodon;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import dev.rapport.notification.outward.Answer;
import dev.rapport.notification.outward.Outward;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * OAuth 2 with a Mastodon server: authorization code (RFC 6749) with PKCE (RFC 7636), revocation
 * (RFC 7009). Nimbus speaks it, over connections that only reach public servers.
 */
@Component
class Tokens {

  /** As little as following takes. */
  static final Scope SCOPES =
      new Scope("read:accounts", "read:search", "read:follows", "write:follows");

  private final Outward outward;

  Tokens(Outward mastodonOutward) {
    this.outward = mastodonOutward;
  }

  /** Returns the page on which the person agrees. */
  URI page(Server server, Apps.App app, URI redirect, String state, String verifier) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(app.clientId()))
        .endpointURI(server.at("/oauth/authorize"))
        .redirectionURI(redirect)
        .scope(SCOPES)
        .state(new State(state))
        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Returns the token for a code, or null when the server gives none. */
  @Nullable String get(Server server, Apps.App app, URI redirect, String code, String verifier) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirect, new CodeVerifier(verifier));
    var request =
        new TokenRequest.Builder(server.at("/oauth/token"), known(app), grant)
            .build()
            .toHTTPRequest();
    try {
      var response = TokenResponse.parse(request.send(this::send));
      return response.indicatesSuccess()
          ? response.toSuccessResponse().getTokens().getAccessToken().getValue()
          : null;
    } catch (IOException | ParseException e) {
      return null; // no answer, or none that OAuth knows
    }
  }

  /** Gives a token back; a server that is away keeps one that nobody has any more. */
  void revoke(Server server, Account.Credentials credentials) {
    var app = new Apps.App(credentials.clientId(), credentials.clientSecret());
    HTTPRequest request =
        new TokenRevocationRequest(
                server.at("/oauth/revoke"), known(app), new BearerAccessToken(credentials.token()))
            .toHTTPRequest();
    try {
      request.send(this::send);
    } catch (IOException e) {
      return;
    }
  }

  private static ClientSecretPost known(Apps.App app) {
    return new ClientSecretPost(new ClientID(app.clientId()), new Secret(app.clientSecret()));
  }

  private HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    var sent = new HttpUriRequestBase(request.getMethod().name(), request.getURI());
    sent.setEntity(new StringEntity(request.getBody(), ContentType.APPLICATION_FORM_URLENCODED));
    if (!(outward.send(sent) instanceof Answer.Said said)) {
      throw new IOException("The server does not answer");
    }
    var response = new HTTPResponse(said.status());
    var type = said.headers().get("content-type");
    if (type != null) {
      response.setHeader("Content-Type", type);
    }
    response.setBody(said.body());
    return response;
  }
}
