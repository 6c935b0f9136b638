package fr.acse.platform.engine;

import fr.acse.platform.login.Passwords;
import fr.acse.words.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Works outside the transaction. A refusal has rolled back everything; it is answered as a bad request that holds
 * only its words, so that Tasklist shows them unchanged. If two people do the same thing at once, the second one is
 * told. Jobs still get the engine's own exceptions, so that they are retried.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** Commands that would complete a task without its form, or keep free text unsealed. */
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
            return command instanceof SaveUserCmd ? saveUser(command) : next.execute(command);
        } catch (TaskAlreadyClaimedException taken) {
            throw new WebApplicationException(taken.getMessage(), taken, badRequest(new Refusal("alreadyClaimed")));
        } catch (ConcurrencyFailureException atTheSameTime) {
            // As the engine says it itself: a job is tried again without losing a try.
            throw new OptimisticLockingException(atTheSameTime.getMessage());
        } catch (Refusal refusal) {
            throw new WebApplicationException(refusal.getMessage(), refusal, badRequest(refusal));
        } catch (ProcessEngineException around) {
            // A listener's refusal comes wrapped.
            if (around.getCause() instanceof Refusal refusal) {
                throw new WebApplicationException(refusal.getMessage(), refusal, badRequest(refusal));
            }
            throw around;
        }
    }

    private <T> T submit(Command<T> form) {
        try {
            return next.execute(form);
        } catch (NullValueException noSuchTask) {
            throw new Refusal("taskDone");
        } catch (OptimisticLockingException | ConcurrencyFailureException atTheSameTime) {
            throw new Refusal("somebodyElse");
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
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage()))
                .build();
    }
}
