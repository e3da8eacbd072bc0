package dev.rapport.notification.key;

import dev.rapport.access.Caller;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys, as a JWK set (RFC 7517), and their rotation. */
@RestController
class KeyController {

  private final ActionKeys keys;

  KeyController(ActionKeys keys) {
    this.keys = keys;
  }

  /** A JWK set. */
  record KeySet(List<Map<String, Object>> keys) {}

  @SecurityRequirements // none: whoever reads links may fetch it
  @GetMapping("/.well-known/action-keys")
  ResponseEntity<KeySet> published() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(keySet());
  }

  /** Adds a key; it signs once it has been published for ten minutes. */
  @PostMapping("/action-keys")
  @ResponseStatus(HttpStatus.CREATED)
  KeySet rotate(Caller caller) {
    caller.mustBePlatform();
    keys.add();
    keys.refresh();
    return keySet();
  }

  private KeySet keySet() {
    return new KeySet(keys.published().getKeys().stream().map(key -> key.toJSONObject()).toList());
  }
}
