package fr.acse.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Caches which method reads a property in the conditions of the engine's SQL statements. MyBatis caches only methods with the usual names
 * of getters. For {@code query.isOrQueryActive}, MyBatis searches all methods of the query each time, which takes a tenth of a step's time.
 */
final class QueryProperties extends ObjectPropertyAccessor {

    private record Property(Class<?> type, String name) {}

    private final Map<Property, Optional<Method>> unusual = new ConcurrentHashMap<>();

    private QueryProperties() {}

    /** Installs this cache. MyBatis uses it from then on for the conditions in the SQL statements of the engine. */
    static void remember() {
        OgnlRuntime.setPropertyAccessor(Object.class, new QueryProperties());
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
        Optional<Method> method = unusual.computeIfAbsent(new Property(target.getClass(), name), QueryProperties::find);
        if (method.isEmpty()) {
            return super.getPossibleProperty(context, target, name);
        }
        try {
            return OgnlRuntime.invokeMethod(target, method.get(), new Object[0]);
        } catch (InvocationTargetException e) {
            throw new OgnlException(name, e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new OgnlException(name, e);
        }
    }

    private static Optional<Method> find(Property property) {
        return OgnlRuntime.getGetMethod(property.type(), property.name()) == null
                ? Optional.ofNullable(OgnlRuntime.getReadMethod(property.type(), property.name()))
                : Optional.empty();
    }
}
