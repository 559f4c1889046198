import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

import { done } from "./done.js";

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(businessTime);
dayjs.setHolidays(["2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"]);
done(dayjs("2026-11-24T10:00:00+01:00").tz("Europe/Amsterdam").addBusinessMinutes(30).valueOf());
