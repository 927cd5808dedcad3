package org.anamnesis.sandbox.clinic;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test the same clinic: it opens with the first test that asks and closes after the last. */
public final class OpenClinic implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Clinic.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(OpenClinic.class))
                .getOrComputeIfAbsent(Clinic.class, type -> Opened.now(), Opened.class)
                .clinic();
    }

    private record Opened(Clinic clinic) implements ExtensionContext.Store.CloseableResource {

        static Opened now() {
            try {
                return new Opened(new Clinic());
            } catch (Exception e) {
                throw new IllegalStateException("the clinic did not open", e);
            }
        }

        @Override
        public void close() {
            clinic.close();
        }
    }
}
