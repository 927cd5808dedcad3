package org.anamnesis.sandbox.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switches faults: {@code GET} lists, {@code POST} adds one, {@code PUT} replaces all, {@code DELETE} clears. Only from
 * this machine; the JSON content type keeps other sites' forms out.
 */
@RestController
@RequestMapping(path = "/sandbox/faults", produces = MediaType.APPLICATION_JSON_VALUE)
class FaultDesk {

    private final Faults faults;

    FaultDesk(Faults faults) {
        this.faults = faults;
    }

    @ModelAttribute
    void onlyFromHere(HttpServletRequest request) throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            throw new NotFromHere();
        }
    }

    @GetMapping
    List<Fault> list() {
        return faults.all();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Fault> add(@RequestBody Fault fault) {
        faults.add(fault);
        return faults.all();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Fault> replace(@RequestBody List<Fault> wanted) {
        faults.replace(wanted);
        return faults.all();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest()
                .body(Map.of(
                        "code",
                        "fault-not-understood",
                        "message",
                        String.valueOf(unreadable.getMostSpecificCause().getMessage())));
    }

    @ResponseStatus(HttpStatus.FORBIDDEN)
    private static final class NotFromHere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
