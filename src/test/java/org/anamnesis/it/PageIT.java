package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clinician's whole way in a real browser; skipped, and said so, where there is none, except in CI. */
@ExtendWith(ArquillianExtension.class)
class PageIT {

    private static final String NO_BROWSER = "No Chromium found";
    private static final int LONGEST_MINUTES = 3;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @Test
    void aClinicianSignsInOpensAChartReadsASourceSignsAndFiles() throws IOException, InterruptedException {
        run("sandbox-launch.mjs", "The launch in the EHR held");
    }

    @Test
    void aClinicianOpensTheWardOfAPatientReadsItsOrderAndPlacesThePatientByHand()
            throws IOException, InterruptedException {
        run("sandbox-ward.mjs", "The ward held");
    }

    private static void run(String script, String held) throws IOException, InterruptedException {
        new Ehr().faults();
        new Model().play("behaves");
        Path log = Servers.directory().resolve(script + ".log");
        ProcessBuilder builder = new ProcessBuilder("node", "e2e/" + script)
                .directory(Path.of("smart-app").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("EHR_BASE", Servers.sandbox().ehr().toString());
        builder.environment().put("PRODUCT_BASE", Servers.product().toString());
        Process browser = builder.start();
        try {
            boolean ended = browser.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            String said = Files.readString(log);
            assertThat(ended).as(said).isTrue();
            assertThat(browser.exitValue()).as(said).isZero();
            if (said.contains(NO_BROWSER)) {
                System.out.println(said.strip());
            }
            assumeThat(said).doesNotContain(NO_BROWSER);
            assertThat(said).contains(held);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
    }
}
