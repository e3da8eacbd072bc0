package dev.rapport.events.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Somebody whom a person has met, both having said so, and who attends the event too; both agreed
 * to be named.
 *
 * @param person the platform's own identifier
 * @param topics what both care about
 * @param metHere whether they have met at this event already
 * @param onlyOnline whether they have only ever met online: here they can meet
 */
@Schema(name = "Acquaintance")
record Acquaintance(
    String person, String name, List<String> topics, boolean metHere, boolean onlyOnline) {}
