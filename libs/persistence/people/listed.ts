/** An instant as JSON says it, moved to the product's clock, by which people read every other time. */
const productInstant = (column: string) =>
  `to_char((${column} + make_interval(secs => (select seconds from clock_offset))) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Absences of `p` from today on. A substitute out of the asking person's sight has no name here. */
export const ABSENCES = `
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', a.from_date, 'to', a.to_date,
              'substitute', case when a.substitute_id is not null then jsonb_build_object('id', a.substitute_id,
                'name', coalesce((select s.name from person s where s.id = a.substitute_id), 'persona di un altro ente'))
              end)) order by a.from_date)
              from absence a where a.person_id = p.id and a.to_date >= app_today()), '[]')`;

/** Capabilities of `p`, those without an end too. */
export const CAPABILITIES = `
  coalesce((select jsonb_agg(jsonb_build_object('kind', k.kind, 'expiresOn', k.expires_on,
              'version', k.version) order by k.kind)
              from capability k where k.person_id = p.id), '[]')`;

/** How `p` comes in; null for whoever neither invites nor works in the office. */
const ACCESS = `
  (select jsonb_strip_nulls(jsonb_build_object(
            'state', case when a.joined then 'joined' when a.invited_until > clock_timestamp() then 'invited'
                          when a.invited_until is not null then 'expired' else 'never' end,
            'invitedUntil', case when not a.joined then ${productInstant('a.invited_until')} end,
            'lastSignIn', ${productInstant('a.last_sign_in')}))
     from access_of(p.id) a)`;

const MEMBERSHIPS = `
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', m.id, 'body', m.body_id, 'role', m.role,
              'application', m.application_id, 'from', m.from_date, 'to', m.to_date,
              'version', m.version))
              order by m.from_date, m.role, m.body_id)
              from membership m where m.person_id = p.id), '[]')`;

/** People as they are listed, without an order. */
export const LISTED = `
  select p.id, p.name, p.email, p.phone, p.version, p.deactivated_at is null as active, manages_person(p.id) as managed,
         ${MEMBERSHIPS} as memberships, ${ABSENCES} as absences, ${CAPABILITIES} as capabilities, ${ACCESS} as access
    from person p`;
