@NullMarked
package org.bihuan.catalogue.web;

import org.jspecify.annotations.NullMarked;
