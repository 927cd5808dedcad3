package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.exchange.Download;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.FileRequest;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.reading.Attachments;
import org.anamnesis.reading.Attachments.Content;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;

/**
 * Fetches the files of notes and reports from the EHR, the newest so many, within bounds of size. A file comes as it is, or
 * wrapped in a Binary; an address that leads out of the EHR is not followed.
 */
final class NoteFileReader {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final Set<String> JSON = Set.of(FHIR_JSON, "application/json+fhir", "application/json");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60}");

    /** What base64 and the JSON around it add. */
    private static final long WRAPPING_BYTES = 64 * 1024;

    private final FhirContext fhir;
    private final EhrOrigin origin;
    private final Requests requests;
    private final Lanes lanes;
    private final ReadLimits.Files limits;

    NoteFileReader(FhirContext fhir, EhrOrigin origin, Requests requests, Lanes lanes, ReadLimits.Files limits) {
        this.fhir = fhir;
        this.origin = origin;
        this.requests = requests;
        this.lanes = lanes;
        this.limits = limits;
    }

    /** What came of each file. */
    Attachments read(List<NoteFile> files) {
        Map<NoteFile, Future<Content>> underWay = new LinkedHashMap<>();
        Map<String, Content> came = new HashMap<>();
        for (NoteFile file : files) {
            Optional<URI> address = origin.within(file.address());
            if (address.isEmpty()) {
                came.put(file.address(), new Content.NotRead("foreign-address"));
            } else if (underWay.size() < limits.newest()) {
                underWay.put(file, lanes.submit(() -> fetch(file, address.get())));
            }
        }
        long left = limits.bytesTogether();
        for (Map.Entry<NoteFile, Future<Content>> file : underWay.entrySet()) {
            Content content = lanes.await(file.getValue()).orElse(new Content.NotRead("failed"));
            if (content instanceof Content.Bytes read) {
                left -= read.bytes().length;
                content = left < 0 ? new Content.NotRead("too-large") : content;
            }
            came.put(file.getKey().address(), content);
        }
        return new Attachments(came);
    }

    /** The line of the coverage, where there were any files. */
    Optional<Coverage.Entry> entry(List<NoteFile> files, Attachments came) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt total = OptionalInt.of(files.size());
        List<String> reasons = files.stream()
                .map(file -> came.at(file.address()))
                .map(content -> content instanceof Content.NotRead unread ? unread.reason() : "")
                .toList();
        int read = (int) reasons.stream().filter(String::isEmpty).count();
        Outcome outcome = new Outcome.CutOff(read, total);
        if (read == files.size()) {
            outcome = new Outcome.Found(read, 0, total);
        } else if (reasons.stream().allMatch("not-permitted"::equals)) {
            outcome = new Outcome.NotPermitted();
        } else if (reasons.stream().allMatch("failed"::equals)) {
            outcome = new Outcome.Failed("unreachable", 0, total);
        }
        return Optional.of(
                new Coverage.Entry("Binary", "files of notes and reports, newest " + limits.newest(), outcome));
    }

    private Content fetch(NoteFile file, URI address) {
        boolean isNamed = MEDIA_TYPE.matcher(file.contentType()).matches();
        String accept = isNamed ? file.contentType() + ", " + FHIR_JSON + ";q=0.9" : FHIR_JSON + ", */*;q=0.5";
        long wrapped = limits.bytesEach() / 3 * 4 + WRAPPING_BYTES;
        return switch (requests.download(new FileRequest(address, accept, wrapped))) {
            case Download.Arrived arrived -> unwrapped(arrived, file);
            case Download.Refused refused ->
                new Content.NotRead(
                        switch (Requests.status(refused.status())) {
                            case Answer.Refused ignored -> "not-permitted";
                            case Answer.Absent ignored -> "not-found";
                            case Answer.Broken ignored -> "failed";
                            case Answer.Arrived ignored -> "failed";
                        });
            case Download.TooLarge ignored -> new Content.NotRead("too-large");
            case Download.Broken ignored -> new Content.NotRead("failed");
        };
    }

    /** The file in a Binary; what is JSON for another reason stays as it is. */
    private Content unwrapped(Download.Arrived arrived, NoteFile file) {
        boolean mayBeWrapped = JSON.contains(arrived.contentType()) && !arrived.contentType().equals(file.contentType());
        if (!mayBeWrapped) {
            return bounded(arrived.bytes(), arrived.contentType());
        }
        try {
            JsonGuard.check(arrived.bytes(), Limits.of(arrived.bytes().length));
            IBaseResource resource = fhir.newJsonParser().parseResource(new ByteArrayInputStream(arrived.bytes()));
            return resource instanceof Binary binary && binary.hasData()
                    ? bounded(binary.getData(), binary.hasContentType() ? binary.getContentType() : "")
                    : bounded(arrived.bytes(), arrived.contentType());
        } catch (RefusedInput | DataFormatException unreadable) {
            return new Content.NotRead("failed");
        }
    }

    private Content bounded(byte[] bytes, String contentType) {
        return bytes.length > limits.bytesEach()
                ? new Content.NotRead("too-large")
                : new Content.Bytes(bytes, contentType);
    }
}
