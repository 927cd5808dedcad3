package org.anamnesis.boot;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.anamnesis.model.ModelStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows each language model as {@code org.anamnesis:type=Model,name=NAME} to JMX. */
final class ModelBeans {

    private static final Logger LOG = LoggerFactory.getLogger(ModelBeans.class);

    private ModelBeans() {}

    static void register(LanguageModels models) {
        models.status().forEach(each -> register(models, each.model().name()));
    }

    static void unregister(LanguageModels models) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ModelStatus each : models.status()) {
            try {
                ObjectName name = name(each.model().name());
                if (server.isRegistered(name)) {
                    server.unregisterMBean(name);
                }
            } catch (JMException e) {
                LOG.warn("A language model could not be taken from JMX", e);
            }
        }
    }

    private static void register(LanguageModels models, String name) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (!server.isRegistered(name(name))) {
                server.registerMBean(new Bean(models, name), name(name));
            }
        } catch (JMException e) {
            LOG.warn("A language model could not be shown to JMX", e);
        }
    }

    /** A model's name holds small letters, digits and hyphens only. */
    private static ObjectName name(String model) throws JMException {
        return new ObjectName("org.anamnesis:type=Model,name=" + model);
    }

    private record Bean(LanguageModels models, String name) implements ModelMXBean {

        private ModelStatus status() {
            return models.status().stream()
                    .filter(each -> each.model().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String getFitness() {
            return status().fitness().state().word();
        }

        @Override
        public String getCircuit() {
            return status().circuit();
        }

        @Override
        public int getUnderWay() {
            return status().underWay();
        }

        @Override
        public long getAsked() {
            return status().asked();
        }

        @Override
        public long getAnswered() {
            return status().answered();
        }

        @Override
        public long getTokensIn() {
            return status().tokensIn();
        }

        @Override
        public long getTokensOut() {
            return status().tokensOut();
        }

        @Override
        public Map<String, Long> getFailures() {
            return status().failures();
        }

        @Override
        public void probe() {
            models.probe();
        }
    }
}
