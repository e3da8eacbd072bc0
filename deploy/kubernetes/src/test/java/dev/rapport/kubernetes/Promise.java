package dev.rapport.kubernetes;

import java.util.List;

/** Something that the manifests promise, found by reading them. */
interface Promise {

  /** A sentence for each place where it is broken; none where it is kept. */
  List<String> broken(Manifests manifests);
}
