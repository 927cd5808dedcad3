package org.anamnesis.sandbox.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;

/**
 * What loading some directories came to.
 *
 * @param resources how many resources the EHR holds of them now
 * @param remarks what was left out or changed, a sentence each
 */
public record Loading(int resources, List<String> remarks) {

    /**
     * Loads the charts of some directories. A Bundle the EHR refuses is tried again resource by resource, so that one bad
     * resource costs only itself.
     *
     * @param ehr writes a Bundle whole or throws
     */
    public static Loading of(List<Path> directories, Consumer<Bundle> ehr) throws IOException {
        Charts charts = Charts.in(directories);
        int[] written = {0};
        charts.forEach(part -> {
            Bundle whole = part.bundle();
            try {
                ehr.accept(whole);
                written[0] += whole.getEntry().size();
            } catch (RuntimeException refusedWhole) {
                written[0] += oneByOne(part, ehr, charts);
            }
        });
        return new Loading(written[0], charts.remarks());
    }

    private static int oneByOne(ChartBundle part, Consumer<Bundle> ehr, Charts charts) {
        int written = 0;
        for (var entry : part.bundle().getEntry()) {
            var single = new Bundle().setType(part.bundle().getType());
            single.addEntry(entry);
            try {
                ehr.accept(single);
                written++;
            } catch (RuntimeException refused) {
                charts.remark(Remarks.refused(part.source(), refused));
            }
        }
        return written;
    }
}
