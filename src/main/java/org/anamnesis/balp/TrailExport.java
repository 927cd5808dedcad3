package org.anamnesis.balp;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.anamnesis.audit.AuditRecord;
import org.anamnesis.audit.AuditTrail;

/** The trail as NDJSON in a file of its own: nobody else's to read, all of it or none. */
final class TrailExport {

    private static final int A_PAGE = 1_000;

    private final AuditTrail trail;
    private final BalpEvents events;
    private final IParser json = FhirContext.forR4Cached().newJsonParser();

    TrailExport(AuditTrail trail, Parties parties) {
        this.trail = trail;
        this.events = BalpEvents.elsewhere(parties);
    }

    /**
     * Writes it out.
     *
     * @param file not there yet
     * @param last the last place to be written; what is added meanwhile is not
     * @return how many records were written
     */
    long to(Path file, long last) throws IOException {
        create(file);
        boolean whole = false;
        try (Writer lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            long written = 0;
            List<AuditRecord> page = upTo(last, 0);
            while (!page.isEmpty()) {
                for (AuditRecord row : page) {
                    lines.write(json.encodeResourceToString(events.of(row)));
                    lines.write('\n');
                }
                written += page.size();
                page = upTo(last, page.getLast().place());
            }
            lines.flush();
            whole = true;
            return written;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<AuditRecord> upTo(long last, long place) {
        return trail.after(place, A_PAGE).stream()
                .filter(row -> row.place() <= last)
                .toList();
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
