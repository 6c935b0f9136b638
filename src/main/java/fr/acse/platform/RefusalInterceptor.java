package fr.acse.platform;

import fr.acse.Refusal;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Outside the transaction: a refusal has undone everything and is passed on as the engine's "bad request" with its words. */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (Refusal refusal) {
            FormFieldValidationException badRequest =
                    new FormFieldValidationException(refusal.code(), refusal.getMessage());
            badRequest.initCause(refusal);
            throw badRequest;
        }
    }
}
