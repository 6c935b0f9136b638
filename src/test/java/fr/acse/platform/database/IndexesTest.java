package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case costs the same, however many others there are: nothing of it is looked for by reading a whole table. */
@ProcessTest
class IndexesTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whatBelongsToACaseIsFoundByAnIndex() {
        assertThat(jdbc.queryForList("""
                        select c.table_name || '.' || c.column_name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'act\\_%'
                            and c.column_name in ('reference', 'request', 'instance') and c.table_name <> 'stuck_job'
                            and not exists (
                                select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                                where i.indrelid = c.table_name::regclass and a.attname = c.column_name and i.indpred is null)""", String.class))
                .as("columns without an index of their own (stuck_job holds a handful)")
                .isEmpty();
    }

    @Test
    void whatRefersToARowThatIsOneOfManyIsFoundByAnIndex() {
        assertThat(jdbc.queryForList("""
                        select k.conrelid::regclass || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k
                        where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                            and k.conrelid::regclass::text not like 'act\\_%'
                            and k.confrelid::regclass::text not in ('shelter', 'organisation', 'place')
                            and k.conrelid::regclass::text not in ('shelter', 'organisation')
                            and not exists (select from pg_index i
                                where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1] and i.indpred is null)""", String.class)).isEmpty();
    }
}
