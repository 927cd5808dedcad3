package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.filing.DocumentPreview;
import org.anamnesis.filing.DocumentPreviews;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** What would stand in the EHR, besides the text, if the launch's practitioner signed a draft of the launched patient now. */
@Path("{launchId}/api/drafts/{draftId}/preview")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class PreviewResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private Drafts drafts;

    @Inject
    private DocumentPreviews previews;

    @Inject
    private Names names;

    /**
     * The document.
     *
     * @param textHash SHA-256 of the text that it is about
     * @param status of the DocumentReference, its code
     * @param docStatus of the note itself; null where the EHR is told none
     * @param type the kind of note in words
     * @param typeCode its LOINC code
     * @param labels what it is marked as, in words
     * @param authenticator who answers for the text, by name or reference; null where the EHR is told nobody
     * @param visit {@code named}, {@code not-named} or {@code missing}, where the EHR takes notes of a visit only
     * @param replaces references of the documents that it takes the place of
     * @param contents the text, then the same in other formats
     */
    public record View(
            String textHash,
            String status,
            @Nullable String docStatus,
            String type,
            String typeCode,
            List<String> categories,
            List<String> labels,
            List<Author> authors,
            @Nullable String authenticator,
            String visit,
            List<String> replaces,
            List<Content> contents) {}

    /**
     * Who stands as author.
     *
     * @param kind {@code signer} or {@code software}
     * @param name what they are called, or the reference where nobody knows
     */
    public record Author(String kind, String name) {}

    /** One attachment, without what it holds. */
    public record Content(String contentType, int bytes) {}

    /** Changes nothing, here and in the EHR. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View preview(@PathParam("draftId") String draftId) {
        Launch launch = current.launch();
        Signer signer = launch.signer().orElseThrow(DraftResource::noPractitioner);
        StoredDraft draft = drafts.find(launch.ehr().id().value(), DraftResource.id(draftId))
                .filter(found -> found.patient().equals(launch.patientId()))
                .orElseThrow(DraftResource::unknownDraft);
        return view(previews.of(draft, signer, launch.chart().encounterId()), names.at(draft.ehr()));
    }

    static View view(DocumentPreview preview, Names.At names) {
        return new View(
                preview.textHash(),
                preview.status(),
                preview.docStatus().orElse(null),
                preview.type(),
                preview.typeCode(),
                preview.categories(),
                preview.labels(),
                preview.authors().stream().map(author -> author(author, names)).toList(),
                preview.authenticator().map(who -> name(who, names)).orElse(null),
                preview.visit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                preview.replaces(),
                preview.contents().stream()
                        .map(content -> new Content(content.contentType(), content.bytes()))
                        .toList());
    }

    private static Author author(DocumentPreview.Author author, Names.At names) {
        return switch (author) {
            case DocumentPreview.Author.Signer signer -> new Author("signer", name(signer.reference(), names));
            case DocumentPreview.Author.Software software -> new Author("software", software.name());
        };
    }

    private static String name(String reference, Names.At names) {
        return Optional.of(reference).flatMap(names::of).orElse(reference);
    }
}
