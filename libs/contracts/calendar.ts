/** Whether the person's terms can be read by a calendar program. */
export interface CalendarAnswer {
  /** When its address was made: ISO 8601 in UTC, by the product's clock; null: there is none. */
  since: string | null;
}

/** A new address; one that was there before answers nothing any more. */
export interface NewCalendarAnswer {
  /** Shown once: whoever has it reads the person's terms. */
  address: string;
}
