package fr.acse.platform.model;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.joda.time.DateTime;

/** The only beans, properties and methods that expressions in models may use. */
@RequiredArgsConstructor
public class ListedMembers extends ELResolver {

    private static final String BUSINESS_KEY = "processBusinessKey";
    private static final Set<String> OF_DATES =
            Set.of("plusMinutes", "plusHours", "plusDays", "plusMonths", "minusMinutes", "minusHours", "minusDays");

    private final Predicate<String> isListed;
    private final Function<String, Object> bean;

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && isListed.test(String.valueOf(property))) {
            context.setPropertyResolved(true);
            return bean.apply(String.valueOf(property));
        }
        if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        throw new PropertyNotFoundException("Expressions do not reach " + property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base instanceof DateTime date && OF_DATES.contains(String.valueOf(method)) && arguments.length == 1) {
            context.setPropertyResolved(true);
            return moved(date, String.valueOf(method), Math.toIntExact(((Number) arguments[0]).longValue()));
        }
        throw new MethodNotFoundException("Expressions do not call " + method);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        throw new PropertyNotFoundException("Expressions do not reach " + property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("Expressions do not change " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    private static DateTime moved(DateTime date, String method, int by) {
        return switch (method) {
            case "plusMinutes" -> date.plusMinutes(by);
            case "plusHours" -> date.plusHours(by);
            case "plusDays" -> date.plusDays(by);
            case "plusMonths" -> date.plusMonths(by);
            case "minusMinutes" -> date.minusMinutes(by);
            case "minusHours" -> date.minusHours(by);
            default -> date.minusDays(by);
        };
    }
}
