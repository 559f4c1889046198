/** Sets what elements go by where they say nothing themselves: the address of a policy, a language, and a desk. */
export declare function setDefaults(values: { policy?: string; lang?: string; desk?: string }): void;
/** Sets where the present comes from, in epoch milliseconds; the host's clock when left out. */
export declare function setClock(read?: () => number): void;

/** Works out the priority on a form that somebody else wrote, fills it in, and shows by when there is an answer and a solution. Where the form does not ask for impact and urgency, it asks two plain questions itself. A person's own choice of the priority stays. */
export declare class DeskrulesForm extends HTMLElement {
  /** Selector of the form; the form around it, or the only one, when left out. */
  form: string;
  /** The field of the impact: a selector, a pattern of its name with `*`, or the text of its label. */
  impact: string;
  /** The field of the urgency, in the same way. */
  urgency: string;
  /** The field of the priority, in the same way. It is filled in. */
  priority: string;
  /** JSON: the value or the text of the priority's option, by the id of the priority. */
  get values(): string;
  set values(value: string | object);
  /** JSON: the value or the text of the impact's option, by the id of the level. */
  get impactValues(): string;
  set impactValues(value: string | object);
  /** JSON: the value or the text of the urgency's option, by the id of the level. */
  get urgencyValues(): string;
  set urgencyValues(value: string | object);
  /** The field of the subject, in the same way. What it says may answer the questions, as a suggestion. */
  subject: string;
  /** The field of the text, in the same way. */
  body: string;
  /** Name of a desk that says all of this. */
  desk: string;
  /** Instant of the report, RFC 3339; the present when left out. */
  reported: string;
  /** Address or JSON text of the policy; `managed-server-goud` when left out. */
  policy: string;
}

/** Checks a patch or change request on a form that somebody else wrote: a message at each field, a summary with links to them, and the next window that fits as a click. The form is held for errors only, and for those that somebody can mend on it, from the first time that they send it. */
export declare class DeskrulesRequest extends HTMLElement {
  /** `patch` or `change`; `patch` when left out. */
  kind: string;
  /** Selector of the form; the form inside the element, around it, or the only one, when left out. */
  form: string;
  /** JSON: where a field is (a selector, a pattern of its name, or the text of its label), by its path in the request. A field needs none when its name is the path, or when it says the path in `data-deskrules`. */
  get fields(): string;
  set fields(value: string | object);
  /** Address or JSON text of the policy; `managed-server-goud` when left out. */
  policy: string;
  /** Checks the request now, as if somebody had sent it, and holds nothing. */
  check(): void;
}

/** Shows why a deadline is what it is: the hours that count, the nights, holidays and pauses between them, now, and the deadline. The same in sentences below it. */
export declare class DeskrulesTimeline extends HTMLElement {
  /** JSON of a ticket, as `desk.track` takes it. */
  get ticket(): string;
  set ticket(value: string | object);
  /** `response` or `resolution`; `resolution` when left out. */
  clock: string;
  /** Address or JSON text of the policy; `managed-server-goud` when left out. */
  policy: string;
}

/** Counts down to a service level target in business time. It wakes when what it shows changes, not every second. */
export declare class DeskrulesTimer extends HTMLElement {
  /** JSON of a ticket, as `desk.track` takes it. */
  get ticket(): string;
  set ticket(value: string | object);
  /** Instant of the deadline, RFC 3339, in place of a ticket. */
  due: string;
  /** Instant from which the time to `due` counts, so that it can be at risk. */
  from: string;
  /** Name of the policy's schedule that `due` is counted in; that of incidents when left out. */
  schedule: string;
  /** `response` or `resolution`; `resolution` when left out. */
  clock: string;
  /** Address or JSON text of the policy; `managed-server-goud` when left out. */
  policy: string;
  /** Set by the element: `on-track`, `at-risk`, `breached` or `met`. */
  standing: string;
  /** Set by the element: `pending`, `running`, `paused`, `out-of-hours` or `stopped`. */
  phase: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "deskrules-form": DeskrulesForm;
    "deskrules-request": DeskrulesRequest;
    "deskrules-timeline": DeskrulesTimeline;
    "deskrules-timer": DeskrulesTimer;
  }
}
