package org.anamnesis.sandbox.personality;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells and changes the personality, as {@code {"name": "epic-like"}}. Only from this machine. */
@RestController
@RequestMapping(path = "/sandbox/personality", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonalityDesk {

    private final Personalities personalities;

    PersonalityDesk(Personalities personalities) {
        this.personalities = personalities;
    }

    /** @param name one of {@link Personality#NAMES} */
    record Wanted(@JsonProperty("name") String name) {}

    @GetMapping
    Wanted now() {
        return new Wanted(personalities.now().name());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> become(@RequestBody Wanted wanted, HttpServletRequest request)
            throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        if (!Personality.NAMES.contains(wanted.name())) {
            return ResponseEntity.badRequest()
                    .body(Map.of(
                            "code",
                            "personality-unknown",
                            "message",
                            "one of " + String.join(", ", Personality.NAMES)));
        }
        personalities.become(Personality.named(wanted.name()));
        return ResponseEntity.ok(Map.of("name", wanted.name()));
    }
}
