package org.anamnesis.evaluation;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;

/** The length of lines as a language model counts it, by a tokenizer in wide use ({@code o200k_base}). */
final class Tokens {

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    static int of(List<String> lines) {
        return ENCODING.countTokensOrdinary(String.join("\n", lines));
    }
}
