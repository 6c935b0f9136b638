-- Reports that were kept before: the money of the allowances may say how many children a few women have.
update year_report set report = (
    select jsonb_set(report::jsonb, '{sections}', jsonb_agg(
        case when section -> 'lines' -> 0 ->> 'label' = 'Women to whom an allowance was handed over'
            then jsonb_set(section, '{lines}', (
                select jsonb_agg(line || jsonb_build_object('euros', null, 'areEurosHidden', line ->> 'euros' is not null) order by at)
                from jsonb_array_elements(section -> 'lines') with ordinality lines (line, at)))
            else section end
        order by nth))::text
    from jsonb_array_elements(report::jsonb -> 'sections') with ordinality sections (section, nth));
