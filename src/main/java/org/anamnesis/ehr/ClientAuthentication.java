package org.anamnesis.ehr;

/** How a client proves itself at a token endpoint (SMART App Launch 2.2, "Client authentication"). */
public sealed interface ClientAuthentication {

    /**
     * It signs an assertion with a key of its own ({@code private_key_jwt}).
     *
     * @param algorithm what it signs with
     */
    record SignedAssertion(SigningAlgorithm algorithm) implements ClientAuthentication {}

    /**
     * It sends a shared secret in the header ({@code client_secret_basic}).
     *
     * @param value the secret
     */
    record Secret(String value) implements ClientAuthentication {

        public Secret {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a secret is not blank");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** It does not: a public client, known by its redirect address and held together by PKCE. */
    record Unproven() implements ClientAuthentication {}
}
