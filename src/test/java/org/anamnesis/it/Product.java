package org.anamnesis.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product as Maven packed it. */
final class Product {

    private Product() {}

    /** At the root of the server, as it is shipped. */
    static WebArchive atRoot() {
        return named("ROOT.war");
    }

    static WebArchive named(String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File("target/anamnesis.war"))
                .as(WebArchive.class);
    }
}
