package org.anamnesis.model;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.privacy.Released;

/**
 * Asks the configured models, in their order, over streaming HTTP. Safe for use by many threads.
 *
 * <p>A model that does not answer is followed by the next one of the route and by nothing else; the answer says which model
 * wrote it and why the ones before it did not.
 */
public final class ModelGateway implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final GatewaySettings settings;
    private final Budgets budgets;
    private final HttpClient http;
    private final Map<String, Seat> seats = new LinkedHashMap<>();

    /** A model and what the probe found of it. */
    private record Seat(Desk desk, Examiner examiner) {}

    /** One model, without a probe. */
    public ModelGateway(ModelSettings model) {
        this(GatewaySettings.of(model), Optional.empty());
    }

    /** @param probe what each model must pass before text goes to it; empty where none is wanted */
    public ModelGateway(GatewaySettings settings, Optional<Probe> probe) {
        this(settings, probe, System::nanoTime);
    }

    ModelGateway(GatewaySettings settings, Optional<Probe> probe, LongSupplier nanos) {
        this.settings = settings;
        this.budgets = new Budgets(settings.ofUser(), settings.ofEhr(), nanos);
        // One connection for each answer, so that closing it ends this answer and no other; redirects lead elsewhere.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        for (ModelSettings model : settings.models()) {
            Desk desk = new Desk(model, http);
            seats.put(model.name(), new Seat(desk, new Examiner(desk, probe)));
        }
    }

    /** The first model's name at its endpoint, for a log. */
    public String modelName() {
        return settings.models().get(0).model();
    }

    /** Asks on nobody's behalf, and waits for the whole answer or a limit. */
    public ModelAnswer ask(Released prompt) {
        return ask(prompt, ModelCall.of("", ModelCall.Caller.UNKNOWN));
    }

    /** Asks, and waits for the whole answer or a limit. An answer given up is hung up on at the provider. */
    public ModelAnswer ask(Released prompt, ModelCall call) {
        return new Asking(prompt, call, Optional.empty()).answer();
    }

    /** Asks, and hands over each line when the model has ended it; then as the other. */
    public ModelAnswer ask(Released prompt, ModelCall call, LineConsumer lines) {
        return new Asking(prompt, call, Optional.of(lines)).answer();
    }

    /** Whether the installation names models for this purpose by itself, which this EHR's charts may go to. */
    public boolean isNamedFor(ModelCall call) {
        return settings.routes().names(call);
    }

    /** How long a caller whose budget is used up has to wait before a prompt of so many tokens; empty where it is not. */
    public Optional<Duration> usedUp(ModelCall.Caller caller, int tokens) {
        return budgets.until(caller, tokens);
    }

    /** When a call that begins now is over at the latest; for what asks more than once. */
    public Deadline deadline() {
        return Deadline.in(settings.whole());
    }

    /** Probes every model now, one after another. */
    public void probe() {
        seats.values().forEach(seat -> seat.examiner().examineNow());
    }

    /** How each model stands and what it did. */
    public List<ModelStatus> status() {
        return seats.values().stream()
                .map(seat -> seat.desk().status(seat.examiner().fitness()))
                .toList();
    }

    /** Ends it; answers under way are cut off. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    /** One call through the route. */
    private final class Asking {

        private final Released prompt;
        private final ModelCall call;
        private final Optional<LineConsumer> lines;
        private final List<ModelAnswer.Attempt> attempts = new ArrayList<>();
        private ModelAnswer.Usage usage = ModelAnswer.Usage.NONE;
        private String partial = "";
        private boolean handed;

        Asking(Released prompt, ModelCall call, Optional<LineConsumer> lines) {
            this.prompt = prompt;
            this.call = call;
            this.lines = lines;
        }

        ModelAnswer answer() {
            List<Seat> route = settings.routes().of(call).stream()
                    .filter(name -> call.only().map(name::equals).orElse(true))
                    .map(seats::get)
                    .toList();
            if (route.isEmpty()) {
                return failed(Cause.NO_ROUTE);
            }
            Optional<Budgets.Taken> taken = budgets.take(call.caller(), Tokens.of(prompt));
            if (taken.isEmpty()) {
                return failed(Cause.BUDGET);
            }
            // Where who takes the lines throws, what was taken stays taken: leaving early is no way around a budget.
            Deadline latest = deadline();
            ModelAnswer answer =
                    along(route, call.by().map(by -> by.orIn(latest.left())).orElse(latest));
            taken.get().cost(usage);
            return answer;
        }

        private ModelAnswer along(List<Seat> route, Deadline deadline) {
            for (Seat seat : route) {
                Turn turn = turn(seat, deadline);
                usage = usage.plus(turn.usage());
                if (turn.cause().isEmpty()) {
                    return new ModelAnswer.Written(turn.text(), seat.desk().name(), attempts, usage);
                }
                Cause cause = turn.cause().get();
                attempts.add(new ModelAnswer.Attempt(seat.desk().name(), cause, turn.tries()));
                partial = turn.tries() > 0 ? turn.text() : partial;
                if (handed || !cause.isForTheNext()) {
                    break;
                }
            }
            return new ModelAnswer.Failed(reason(), attempts, partial);
        }

        private Turn turn(Seat seat, Deadline deadline) {
            if (call.cancellation().isCancelled()) {
                return seat.desk().passOver(Cause.CANCELLED);
            }
            Optional<Cause> objection = seat.examiner().objection(deadline);
            if (objection.isPresent()) {
                return seat.desk().passOver(objection.get());
            }
            ModelName model = seat.desk().name();
            Question question = new Question(
                    prompt, line -> lines.ifPresent(consumer -> hand(consumer, line, model)), () -> handed, call);
            return seat.desk().ask(question, deadline);
        }

        private void hand(LineConsumer consumer, String line, ModelName model) {
            handed = true;
            consumer.line(line, model);
        }

        private ModelAnswer.Reason reason() {
            return attempts.reversed().stream()
                    .filter(attempt -> attempt.tries() > 0 || attempt.cause() == Cause.CANCELLED)
                    .findFirst()
                    .orElseGet(attempts::getFirst)
                    .cause()
                    .reason();
        }

        private ModelAnswer failed(Cause cause) {
            return new ModelAnswer.Failed(cause.reason(), attempts, partial);
        }
    }
}
