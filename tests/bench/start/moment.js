import moment from "moment";
import "moment-business-time";
import "moment-timezone";

import { done } from "./done.js";

const holidays = ["2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"];
moment.updateLocale("en", { holidays });
done(moment.tz("2026-11-24T10:00:00+01:00", "Europe/Amsterdam").addWorkingTime(30, "minutes").valueOf());
