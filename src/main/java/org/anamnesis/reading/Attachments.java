package org.anamnesis.reading;

import java.util.Map;

/**
 * What was fetched of the files that notes and reports point at, each under the address as its resource writes it. An
 * address that nobody fetched was not asked for: that is not the same as nothing being there.
 *
 * @param byAddress what came of each address
 */
public record Attachments(Map<String, Content> byAddress) {

    /** Nothing was fetched. */
    public static final Attachments NONE = new Attachments(Map.of());

    public Attachments {
        byAddress = Map.copyOf(byAddress);
    }

    /** What came of an address: {@code Attachment.url}, character by character. */
    public Content at(String address) {
        return byAddress.getOrDefault(address, new Content.NotRead("not-asked"));
    }

    /** What came of one address. */
    public sealed interface Content {

        /**
         * The file as it lies in the EHR.
         *
         * @param bytes the file, shared with whoever asks: it is not to be changed
         * @param contentType its media type as the EHR names it, without parameters and in lower case, or empty
         */
        record Bytes(byte[] bytes, String contentType) implements Content {}

        /**
         * It was not read.
         *
         * @param reason a stable word: {@code not-asked}, {@code foreign-address}, {@code not-permitted}, {@code not-found},
         *     {@code too-large}, {@code failed}
         */
        record NotRead(String reason) implements Content {}
    }
}
