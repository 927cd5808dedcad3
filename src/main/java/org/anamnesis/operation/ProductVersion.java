package org.anamnesis.operation;

import java.util.Optional;

/** The product's version, as the WAR's manifest has it. */
final class ProductVersion {

    private ProductVersion() {}

    static String text() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("0.1.0");
    }
}
