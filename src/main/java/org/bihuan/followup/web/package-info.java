@NullMarked
package org.bihuan.followup.web;

import org.jspecify.annotations.NullMarked;
