package dev.rapport.access;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the server or its firewall refused before any operation was reached. */
@RestController
@Hidden
class Refused implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemBody> refused(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer found ? HttpStatus.resolve(found) : null;
    var known = status == null ? HttpStatus.NOT_FOUND : status;
    var problem =
        new Problem(
            known,
            Problems.slug(known),
            "The request was refused as it came; compare its method, path and headers with the API description.");
    return ResponseEntity.status(known)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
