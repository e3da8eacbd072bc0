package dev.rapport.notification.mastodon;

import dev.rapport.notification.outward.Answer;
import dev.rapport.notification.outward.Outward;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The part of Mastodon's API (docs.joinmastodon.org/methods) that social invitations need. */
@Component
public class Api {

  private final Outward outward;
  private final JsonMapper json;

  Api(Outward mastodonOutward, JsonMapper json) {
    this.outward = mastodonOutward;
    this.json = json;
  }

  /** Looks an account up, also on other servers. */
  public Answer search(Account account, Handle handle) {
    var query =
        form(Map.of("q", handle.toString(), "type", "accounts", "resolve", "true", "limit", "5"));
    return get(account, "/api/v2/search?" + query);
  }

  /** Asks how this account stands to another. */
  public Answer relationship(Account account, String id) {
    return get(account, "/api/v1/accounts/relationships?" + form(Map.of("id[]", id)));
  }

  /** Follows another account. */
  public Answer follow(Account account, String id) {
    var path = "/api/v1/accounts/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/follow";
    return send(post(account.server().at(path), Map.of("reblogs", "true")), account);
  }

  /** Asks whose a token is. */
  Answer self(Server server, String token) {
    return send(new HttpGet(server.at("/api/v1/accounts/verify_credentials")), token);
  }

  /** Asks how a server does OAuth (RFC 8414). */
  Answer metadata(Server server) {
    return outward.send(new HttpGet(server.at("/.well-known/oauth-authorization-server")));
  }

  /** Registers this installation. */
  Answer register(Server server, String redirect, String scopes) {
    return outward.send(
        post(
            server.at("/api/v1/apps"),
            Map.of("client_name", "Rapport", "redirect_uris", redirect, "scopes", scopes)));
  }

  /** Reads an answer; what is no JSON has no parts. */
  public JsonNode read(Answer.Said said) {
    try {
      return json.readTree(said.body());
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private Answer get(Account account, String path) {
    return send(new HttpGet(account.server().at(path)), account);
  }

  private Answer send(HttpUriRequestBase request, Account account) {
    var credentials = account.credentials();
    return send(request, credentials == null ? null : credentials.token());
  }

  private Answer send(HttpUriRequestBase request, @Nullable String token) {
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    return outward.send(request);
  }

  private static HttpPost post(URI address, Map<String, String> fields) {
    var request = new HttpPost(address);
    request.setEntity(new StringEntity(form(fields), ContentType.APPLICATION_FORM_URLENCODED));
    return request;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
