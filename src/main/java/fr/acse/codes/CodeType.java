package fr.acse.codes;

import java.util.function.Function;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/** Tells Hibernate to store a code as text, also in keys of entities. */
final class CodeType<C extends Code> extends AbstractClassJavaType<C> {

    private final transient Function<String, C> of;

    CodeType(Class<C> type, Function<String, C> of) {
        super(type);
        this.of = of;
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(SqlTypes.VARCHAR);
    }

    @Override
    public <X> X unwrap(C code, Class<X> as, WrapperOptions options) {
        if (code == null) {
            return null;
        }
        if (as.isInstance(code)) {
            return as.cast(code);
        }
        return as.cast(code.value());
    }

    @Override
    public <X> C wrap(X kept, WrapperOptions options) {
        if (kept == null) {
            return null;
        }
        return getJavaTypeClass().isInstance(kept) ? getJavaTypeClass().cast(kept) : of.apply((String) kept);
    }

    @Override
    public C fromString(CharSequence text) {
        return of.apply(text.toString());
    }
}
