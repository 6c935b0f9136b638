package fr.acse.platform.engine;

import fr.acse.platform.database.DatabaseFailure;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.login.Passwords;
import fr.acse.words.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Turns exceptions of engine commands into HTTP errors with a message for the user. The interceptor runs outside the transaction, so the
 * changes of a refused command are already rolled back. A refusal becomes status 400 with only a message, which Tasklist shows unchanged.
 * The user also gets a message after a conflict with another person's change, and if the database is unreachable, busy or full.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalInterceptor.class);

    private static final String MISSING_TASK = "Cannot find task with id";

    /** Commands that are always refused, because they would complete a task without its form or store free text without encryption. */
    private static final Map<Class<?>, String> CLOSED = Map.of(
            CompleteTaskCmd.class, "completeWithForm",
            ResolveTaskCmd.class, "completeWithForm",
            HandleTaskBpmnErrorCmd.class, "completeWithForm",
            HandleTaskEscalationCmd.class, "completeWithForm",
            AddCommentCmd.class, "noComment");

    @Override
    public <T> T execute(Command<T> command) {
        try {
            if (CLOSED.containsKey(command.getClass())) {
                throw new Refusal(CLOSED.get(command.getClass()));
            }
            if (command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd) {
                return submit(command);
            }
            if (command instanceof ClaimTaskCmd) {
                return claim(command);
            }
            return command instanceof SaveUserCmd ? saveUser(command) : next.execute(command);
        } catch (TaskAlreadyClaimedException taken) {
            throw new WebApplicationException(taken.getMessage(), taken, badRequest(new Refusal("alreadyClaimed")));
        } catch (Refusal refusal) {
            throw new WebApplicationException(refusal.getMessage(), refusal, badRequest(refusal));
        } catch (RuntimeException failure) {
            // The engine wraps a refusal that a listener throws in another exception.
            if (failure.getCause() instanceof Refusal refusal) {
                throw new WebApplicationException(refusal.getMessage(), refusal, badRequest(refusal));
            }
            throw inWords(failure, command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd);
        }
    }

    /** Turns a database failure of an HTTP request into a message. A job keeps its exception, which decides about its retry. */
    private static RuntimeException inWords(RuntimeException failure, boolean submitted) {
        Optional<DatabaseFailure> database = Caller.isThroughHttp() ? DatabaseFailure.of(failure) : Optional.empty();
        if (database.isEmpty() || failure instanceof WebApplicationException) {
            return failure;
        }
        LOG.warn("The database did not take a step: {}", DatabaseFailure.said(failure));
        // If the connection was lost during the commit, the database may have saved the submitted form.
        boolean unknown = submitted
                && database.get() == DatabaseFailure.AWAY
                && !(failure instanceof CannotCreateTransactionException);
        Refusal refusal = new Refusal(unknown ? "perhapsDone" : database.get().code());
        WebApplicationException told = new WebApplicationException(
                refusal.getMessage(),
                refusal,
                Response.fromResponse(answer(database.get().status().value(), refusal))
                        .header(HttpHeaders.RETRY_AFTER, RefusalAnswers.RETRY_AFTER_SECONDS)
                        .build());
        told.addSuppressed(failure);
        return told;
    }

    private <T> T submit(Command<T> form) {
        try {
            return next.execute(form);
        } catch (NullValueException missing) {
            throw String.valueOf(missing.getMessage()).contains(MISSING_TASK) ? new Refusal("taskDone") : missing;
        } catch (OptimisticLockingException atTheSameTime) {
            throw new Refusal("somebodyElse");
        } catch (RuntimeException failure) {
            throw DatabaseFailure.of(failure)
                            .filter(met -> met == DatabaseFailure.CONFLICT || met == DatabaseFailure.TAKEN)
                            .isPresent()
                    ? new Refusal("somebodyElse")
                    : failure;
        }
    }

    /** Retries a claim after a conflict. The retry shows whether another person claimed the task, or one user clicked twice. */
    private <T> T claim(Command<T> task) {
        try {
            return next.execute(task);
        } catch (OptimisticLockingException atTheSameTime) {
            return next.execute(task);
        }
    }

    private <T> T saveUser(Command<T> user) {
        try {
            return next.execute(user);
        } catch (ProcessEngineException refused) {
            if (String.valueOf(refused.getMessage()).contains("policy")) {
                throw new Refusal("weakPassword", Passwords.SHORTEST);
            }
            throw refused;
        }
    }

    private static Response badRequest(Refusal refusal) {
        return answer(Response.Status.BAD_REQUEST.getStatusCode(), refusal);
    }

    private static Response answer(int status, Refusal refusal) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage()))
                .build();
    }
}
