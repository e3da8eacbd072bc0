package dev.rapport.pages;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the assets. */
@PageController
class AssetController {

  private static final CacheControl FOR_A_YEAR =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  /** Another version is answered too, but not kept: two may run side by side for a while. */
  @GetMapping("${rapport.pages.assets}/{version}/{name}")
  ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
    var file = assets.file(name);
    if (file == null) {
      throw Refusal.notFound();
    }
    return ResponseEntity.ok()
        .contentType(name.endsWith(".css") ? CSS : SCRIPT)
        .cacheControl(version.equals(assets.version()) ? FOR_A_YEAR : CacheControl.noStore())
        .body(file);
  }
}
