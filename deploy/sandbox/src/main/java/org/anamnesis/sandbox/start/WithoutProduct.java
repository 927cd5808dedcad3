package org.anamnesis.sandbox.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.sandbox.charts.Loading;
import org.anamnesis.sandbox.charts.NightWard;
import org.anamnesis.sandbox.ehr.Ehr;
import org.anamnesis.sandbox.ehr.EhrSettings;
import org.anamnesis.sandbox.fault.Fault;
import org.anamnesis.sandbox.model.ModelStub;
import org.anamnesis.sandbox.personality.Personality;

/**
 * Starts the EHR and the stand-in for a model for a product that runs elsewhere, says {@value #READY} and ends when its input
 * does: whoever started it cannot leave it behind.
 */
public final class WithoutProduct {

    /** What is printed once charts can be read and models asked. */
    static final String READY = "READY";

    private static final String USAGE =
            "options: --ehr-port NUMBER --model-port NUMBER --product-base URL --max-page-size NUMBER"
                    + " --personality NAME --charts DIRECTORY --fault JSON (both repeatable)";

    private WithoutProduct() {}

    /** Options as in {@link #USAGE}. Exit codes: 0 input ended, 1 something did not start, 2 wrong use. */
    public static void main(String[] arguments) {
        EhrSettings ehr = EhrSettings.usual();
        int modelPort = ModelStub.DEFAULT_PORT;
        List<Path> charts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Personality personality = Personality.GENERIC;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                switch (arguments[i]) {
                    case "--ehr-port" -> ehr = ehr.onPort(Integer.parseInt(value));
                    case "--model-port" -> modelPort = Integer.parseInt(value);
                    case "--product-base" -> ehr = ehr.forProduct(URI.create(value));
                    case "--max-page-size" -> ehr = ehr.withPagesOf(Integer.parseInt(value));
                    case "--fault" -> faults.add(Options.fault(value));
                    case "--personality" -> personality = Personality.named(value);
                    case "--charts" -> charts.add(Path.of(value));
                    default -> throw new IllegalArgumentException(USAGE);
                }
            }
        } catch (IllegalArgumentException e) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(ehr, modelPort, charts, new Options.Misbehaving(ehr.largestPage(), faults, personality)));
    }

    private static int run(EhrSettings settings, int modelPort, List<Path> charts, Options.Misbehaving how) {
        // The end of the input ends everything at any time, also while it starts.
        Thread.ofPlatform().daemon().name("end of input").start(WithoutProduct::endWithInput);
        try {
            ModelStub.start(modelPort);
            Ehr ehr = Ehr.start(settings);
            ehr.become(how.personality());
            how.faults().forEach(ehr::switchOn);
            Loading loading = Loading.of(charts, bundle -> ehr.load(Stream.of(bundle)));
            ehr.load(Stream.of(NightWard.at(Instant.now())));
            loading.remarks().forEach(System.out::println);
            System.out.println(READY);
            Thread.currentThread().join();
            return 0;
        } catch (IOException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 0;
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // What is written to it means nothing.
            }
        } catch (IOException closed) {
            // The same as its end.
        }
        Runtime.getRuntime().halt(0);
    }
}
